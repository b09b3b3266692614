//! The list of all rules: what can be found, each declared where it is found.

use crate::diagnostic::Rule;
use crate::graph;
use crate::parse::yaml::decode;
use crate::parse::{draft, front_matter, markdown, settings, yaml};
use crate::pipeline;
use crate::render::theme;
use crate::sources;

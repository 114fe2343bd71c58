//! Frames between a browser and the edge: JSON text, one module per version.

pub mod v1;

//! Scenes of the desk.

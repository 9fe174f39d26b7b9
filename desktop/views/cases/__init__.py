"""The parts of Preguntas y Reclamaciones."""

"""The parts of Aportar Lectura."""

"""The parts of Pendientes de Envío."""

"""The faces of Solicitudes de Suministro."""

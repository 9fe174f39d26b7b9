"""Parts of Consulta de Movimientos."""

"""Parts of Preguntas Frecuentes."""

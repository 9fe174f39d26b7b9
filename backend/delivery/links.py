"""The link with which a customer confirms the address for bills."""

from __future__ import annotations

from backend.delivery.confirming import PURPOSE, about, accept
from backend.links.purposes import Purpose

PURPOSES = (Purpose(PURPOSE, "Confirmar la dirección para sus facturas", about, accept),)

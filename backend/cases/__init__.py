"""Questions and claims: from what a customer sends to the utility's answer."""

"""Partners: how combis, netwerkbedrijven and aannemers do against one another."""

/**
 * Turns the content of a dossier into PDF through templates, and draws the figures that pages and dossiers share. Pure: it
 * decides nothing, asks the policy set of the content how each answer follows, and the same content gives the same bytes.
 */
@NullMarked
package eu.vitrine.dossier;

import org.jspecify.annotations.NullMarked;

/**
 * Lays out tagged PDF (PDF/A-3a and PDF/UA-1 at once) from a small, closed subset of HTML and CSS; it knows nothing of the trade.
 * The same input gives the same bytes, and whatever it does not understand or cannot show is refused by name.
 */
@NullMarked
package eu.vitrine.typeset;

import org.jspecify.annotations.NullMarked;

package eu.vitrine.issuance;

import eu.vitrine.assessment.IssuedFiles.IssuedFile;

/**
 * A dossier as it was issued.
 *
 * @param name file name to offer
 * @param about hash, size, when and by whom
 * @param file the PDF
 */
public record IssuedDossier(String name, IssuedFile about, byte[] file) {}

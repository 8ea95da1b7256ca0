package eu.vitrine.exchange;

/**
 * A file to read.
 *
 * @param name the name to use in complaints
 * @param bytes the content, which must be UTF-8
 */
public record Source(String name, byte[] bytes) {}

package eu.vitrine.assessment;

import java.time.LocalDate;

/**
 * A day on which duties fall due.
 *
 * @param duties how many, over all models
 * @param models for how many models
 */
public record DueDay(LocalDate day, int duties, int models) {}

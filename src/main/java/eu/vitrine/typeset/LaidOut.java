package eu.vitrine.typeset;

import java.util.List;

/** A document whose every line has its place, before any of it is painted. */
record LaidOut(
        PageStyle sheet,
        List<Page> pages,
        Tag document,
        List<Landmarks.Heading> headings,
        PageNumbers numbers,
        Running running) {}

/**
 * The page frame: layout, navigation, notices, error pages, security headers, dates in words.
 * Promises that a module only writes what is its own: a controller, a template, one {@link NavEntry}, one {@link HomeSection}.
 */
@org.jspecify.annotations.NullMarked
package eu.vitrine.web;

package dev.understudy.codec.svg.css;

import java.util.List;

/**
 * A rule of a style sheet.
 *
 * @param selector what it is for
 * @param declarations what it says
 */
record StyleRule(Selector selector, List<Declaration> declarations) {}

package dev.understudy.codec.svg.css;

import java.util.List;

/**
 * What a style sheet says.
 *
 * @param rules for elements
 * @param fonts that it brings
 */
record StyleSheet(List<StyleRule> rules, List<FontFaceRule> fonts) {}

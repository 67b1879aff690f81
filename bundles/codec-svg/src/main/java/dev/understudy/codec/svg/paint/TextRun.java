package dev.understudy.codec.svg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Letters of a text that are painted alike, in the coordinates of the text.
 *
 * @param scope what they are painted in
 * @param outline their outlines
 * @param cell the box of their cells, whatever their outlines fill of it
 */
record TextRun(PaintScope scope, Path2D outline, Rectangle2D cell) {}

package dev.understudy.engine.text;

import dev.understudy.image.Color;
import java.awt.Shape;

/**
 * A letter with its marks, or letters that are drawn as one, which stands as a whole wherever the line bends. All in points, from
 * the start of the base line.
 *
 * @param outline what is filled
 * @param left where its advance begins
 * @param right where the next one stands
 * @param color of its characters
 */
record LetterCluster(Shape outline, double left, double right, Color color) {}

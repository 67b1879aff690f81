package dev.understudy.engine.text;

import java.awt.Graphics2D;

/** Draws set text. */
@FunctionalInterface
interface TextDrawing {

    /** Draws all of it in pixels of its box, with the hints that are set. */
    void draw(Graphics2D graphics);
}

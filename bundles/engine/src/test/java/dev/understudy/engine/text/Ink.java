package dev.understudy.engine.text;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.plan.LayerContent;
import dev.understudy.engine.plan.Smoothing;
import dev.understudy.engine.plan.TextAttributes;
import dev.understudy.engine.plan.TextDialect;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.util.Arrays;
import java.util.List;

/** What is seen of text. */
final class Ink {

    private final Pixels pixels;

    private Ink(Pixels pixels) {
        this.pixels = pixels;
    }

    static Ink of(TypesetText text) throws ServeException {
        return new Ink(text.draw(
                Affine.IDENTITY,
                new Region(0, 0, text.size().width(), text.size().height())));
    }

    /** Of text of 24 points in a box. */
    static Ink of(TextFontResolver fonts, String text, int width, int height) throws ServeException {
        TextAttributes large =
                new TextAttributes(144, Smoothing.NORM, TextAttributes.Sizing.FIXED, TextAttributes.Wrap.WRAP);
        return of(new Typesetter(fonts).set(text, large, new PixelSize(width, height)));
    }

    /** Of text of a command in a box, at a pixel a point. */
    static Ink of(TextFontResolver fonts, TextDialect dialect, String text, int width, int height)
            throws ServeException {
        LayerContent.Text content = new LayerContent.Text(
                text, dialect, List.of(), TextAttributes.DEFAULT, TextFonts.BUILT_IN, TextShape.BOX);
        return of(new Typesetter(fonts).set(content, new PixelSize(width, height)));
    }

    int width() {
        return pixels.width();
    }

    int height() {
        return pixels.height();
    }

    /** How much of a column is inked, 0 to 255 times its height. */
    int column(int x) {
        int sum = 0;
        for (int y = 0; y < pixels.height(); y++) {
            sum += pixels.alpha().at(x, y);
        }
        return sum;
    }

    long total() {
        long sum = 0;
        for (int x = 0; x < width(); x++) {
            sum += column(x);
        }
        return sum;
    }

    int left() {
        int x = 0;
        while (x < width() && column(x) == 0) {
            x++;
        }
        return x;
    }

    int right() {
        int x = width();
        while (x > 0 && column(x - 1) == 0) {
            x--;
        }
        return x;
    }

    int top() {
        int y = 0;
        while (y < height() && row(y) == 0) {
            y++;
        }
        return y;
    }

    int bottom() {
        int y = height();
        while (y > 0 && row(y - 1) == 0) {
            y--;
        }
        return y;
    }

    private int row(int y) {
        int sum = 0;
        for (int x = 0; x < width(); x++) {
            sum += pixels.alpha().at(x, y);
        }
        return sum;
    }

    /** The alpha of a part of it, from a column on. */
    int[][] part(int from, int to) {
        int[][] part = new int[to - from][pixels.height()];
        for (int x = from; x < to; x++) {
            for (int y = 0; y < pixels.height(); y++) {
                part[x - from][y] = pixels.alpha().at(x, y);
            }
        }
        return part;
    }

    /** The middle of what is of one color: mostly red, else mostly blue. */
    double middle(int plane) {
        double sum = 0;
        double weight = 0;
        for (int x = 0; x < width(); x++) {
            for (int y = 0; y < height(); y++) {
                int other = pixels.plane(2 - plane).at(x, y);
                int alpha = pixels.plane(plane).at(x, y) > other + 50
                        ? pixels.alpha().at(x, y)
                        : 0;
                sum += (double) x * alpha;
                weight += alpha;
            }
        }
        return sum / weight;
    }

    boolean isLike(Ink other) {
        return width() == other.width()
                && height() == other.height()
                && Arrays.deepEquals(part(0, width()), other.part(0, width()));
    }
}

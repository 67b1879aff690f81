package dev.understudy.engine.path;

import dev.understudy.engine.plan.PathData;
import dev.understudy.engine.plan.PathData.Curve;
import dev.understudy.engine.plan.PathData.Line;
import dev.understudy.engine.plan.PathData.Segment;
import dev.understudy.engine.plan.PathData.Subpath;
import dev.understudy.engine.syntax.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads path data: {@code M m L l C c Z z} and coordinates, as SVG has them. White space or a comma, or both, may stand between any
 * two of them: where SVG has spaces, the reference has commas. For one text.
 *
 * <p>Source: the reference's page on clipPath.
 */
public final class PathDataReader {

    /** No coordinate is farther from 0. */
    public static final int FARTHEST = 1_000_000;

    private final String text;
    private int at;

    private final List<Subpath> subpaths = new ArrayList<>();
    private List<Segment> segments = new ArrayList<>();
    private boolean open;
    private double startX;
    private double startY;
    private double x;
    private double y;

    private PathDataReader(String text) {
        this.text = text;
    }

    /**
     * The path of a text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static PathData read(String text) {
        PathDataReader reader = new PathDataReader(text);
        reader.read();
        return new PathData(reader.subpaths);
    }

    private void read() {
        skipBlanks();
        while (at < text.length()) {
            char command = text.charAt(at++);
            skipSeparator();
            switch (command) {
                case 'M', 'm' -> move(command == 'm');
                case 'L', 'l' -> lines(command == 'l');
                case 'C', 'c' -> curves(command == 'c');
                case 'Z', 'z' -> end(true);
                default -> throw new IllegalArgumentException("no command of a path: " + command);
            }
        }
        end(false);
    }

    /** Begins a subpath; further pairs of numbers are lines. */
    private void move(boolean relative) {
        end(false);
        double[] to = numbers(2, relative);
        startX = to[0];
        startY = to[1];
        goTo(startX, startY);
        open = true;
        if (isNumber()) {
            lines(relative);
        }
    }

    private void lines(boolean relative) {
        continueSubpath();
        do {
            double[] to = numbers(2, relative);
            segments.add(new Line(to[0], to[1]));
            goTo(to[0], to[1]);
        } while (isNumber());
    }

    private void curves(boolean relative) {
        continueSubpath();
        do {
            double[] to = numbers(6, relative);
            segments.add(new Curve(to[0], to[1], to[2], to[3], to[4], to[5]));
            goTo(to[4], to[5]);
        } while (isNumber());
    }

    /** What follows a closed subpath without moving begins where that began. */
    private void continueSubpath() {
        if (!open && subpaths.isEmpty()) {
            throw new IllegalArgumentException("a path that does not begin with M or m");
        }
        open = true;
    }

    private void end(boolean closed) {
        if (open) {
            subpaths.add(new Subpath(startX, startY, segments, closed));
            segments = new ArrayList<>();
        } else if (closed) {
            throw new IllegalArgumentException("nothing to close");
        }
        open = false;
        if (closed) {
            goTo(startX, startY);
        } else {
            startX = x;
            startY = y;
        }
    }

    private void goTo(double newX, double newY) {
        x = newX;
        y = newY;
    }

    /** Coordinates, made absolute. */
    private double[] numbers(int count, boolean relative) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            double base = !relative ? 0 : i % 2 == 0 ? x : y;
            numbers[i] = base + number();
            if (!(Math.abs(numbers[i]) <= FARTHEST)) {
                throw new IllegalArgumentException("too far away");
            }
        }
        return numbers;
    }

    private double number() {
        int start = at;
        skip("+-");
        skipDigits();
        if (skip(".")) {
            skipDigits();
        }
        if (at > start && skip("eE")) {
            skip("+-");
            skipDigits();
        }
        double number = Numbers.real(text.substring(start, at));
        skipSeparator();
        return number;
    }

    /** Between two letters or numbers. */
    private void skipSeparator() {
        skipBlanks();
        if (skip(",")) {
            skipBlanks();
            if (at == text.length()) {
                throw new IllegalArgumentException("a comma that separates nothing");
            }
        }
    }

    private boolean isNumber() {
        return at < text.length() && "+-.0123456789".indexOf(text.charAt(at)) >= 0;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void skipDigits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private boolean skip(String any) {
        boolean found = at < text.length() && any.indexOf(text.charAt(at)) >= 0;
        at += found ? 1 : 0;
        return found;
    }
}

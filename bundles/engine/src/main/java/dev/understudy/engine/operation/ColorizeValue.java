package dev.understudy.engine.operation;

import dev.understudy.engine.syntax.Colors;
import dev.understudy.engine.syntax.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The value of {@code op_colorize=}: the color, which may have commas itself, then a word, then a number. */
final class ColorizeValue {

    private static final List<String> WORDS = List.of("off", "norm");

    private ColorizeValue() {}

    /**
     * The operation that a value asks for.
     *
     * @throws IllegalArgumentException when it is none
     */
    static PixelOperation read(String text) {
        List<String> items = Stream.of(text.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .toList();
        int word = 0;
        while (word < items.size() && !WORDS.contains(items.get(word))) {
            word++;
        }
        if (items.size() > word + 2) {
            throw new IllegalArgumentException("more than a color, a word and a number");
        }
        boolean normalized = word == items.size() || items.get(word).equals("norm");
        double contrast = items.size() == word + 2 ? Numbers.real(items.get(word + 1), 0, 100) : 0;
        return new ColorizeOperation(Colors.parseRgb(String.join(",", items.subList(0, word))), normalized, contrast);
    }
}

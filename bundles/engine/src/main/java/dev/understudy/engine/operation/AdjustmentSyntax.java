package dev.understudy.engine.operation;

import dev.understudy.catalog.Syntax;
import dev.understudy.engine.syntax.Numbers;
import dev.understudy.engine.syntax.ParsedSyntax;
import java.util.Optional;
import java.util.function.IntFunction;

/** The syntax of operations that have one whole number or none, where 0 changes nothing. */
final class AdjustmentSyntax {

    private AdjustmentSyntax() {}

    /**
     * The syntax of a number between {@code -most} and {@code most}.
     *
     * @param operation what a number other than 0 asks for
     */
    static Syntax<Optional<PixelOperation>> of(int most, IntFunction<PixelOperation> operation) {
        return new ParsedSyntax<>(
                "an integer of -" + most + ".." + most, text -> read(Numbers.integer(text, -most, most), operation));
    }

    /** The syntax of an operation without parameters, which 1 asks for. */
    static Syntax<Optional<PixelOperation>> flag(PixelOperation operation) {
        return new ParsedSyntax<>("0 or 1", text -> read(Numbers.integer(text, 0, 1), value -> operation));
    }

    private static Optional<PixelOperation> read(int value, IntFunction<PixelOperation> operation) {
        return value == 0 ? Optional.empty() : Optional.of(operation.apply(value));
    }
}

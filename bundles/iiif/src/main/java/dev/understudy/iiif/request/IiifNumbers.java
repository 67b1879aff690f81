package dev.understudy.iiif.request;

import java.math.BigDecimal;

/** Writes numbers as the API wants them: without an exponent, and without zeros at the end. */
final class IiifNumbers {

    private IiifNumbers() {}

    static String of(double number) {
        BigDecimal decimal = BigDecimal.valueOf(number).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0).toPlainString() : decimal.toPlainString();
    }
}

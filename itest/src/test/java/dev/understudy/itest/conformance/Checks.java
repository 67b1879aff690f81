package dev.understudy.itest.conformance;

/** The words that a table has for what must be true of an answer. */
final class Checks {

    private Checks() {}

    static Check parse(String origin, String word, String rest) {
        return switch (word) {
            case "header" -> TextChecks.header(rest);
            case "no-header" -> TextChecks.noHeader(rest);
            case "body" -> TextChecks.body(rest);
            case "contains" -> TextChecks.contains(rest);
            case "lacks" -> TextChecks.lacks(rest);
            case "refused" -> TextChecks.refused(rest);
            case "xml" -> TextChecks.xml(rest);
            case "pixel" -> ImageChecks.pixel(rest);
            case "flat" -> ImageChecks.flat(rest);
            case "mean" -> ImageChecks.mean(rest);
            case "ink" -> ImageChecks.ink(rest);
            case "golden" -> ModelChecks.golden(rest);
            case "like" -> ModelChecks.like(rest);
            case "part" -> ModelChecks.part(rest);
            case "same" -> FileChecks.same(rest);
            case "differs" -> FileChecks.differs(rest);
            case "smaller" -> FileChecks.smaller(rest);
            case "jpeg" -> FileChecks.jpeg(rest);
            case "png" -> FileChecks.png(rest);
            default -> throw new IllegalArgumentException(origin + ": there is no check '" + word + "'");
        };
    }
}

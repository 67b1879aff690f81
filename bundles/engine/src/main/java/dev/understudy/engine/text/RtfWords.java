package dev.understudy.engine.text;

import dev.understudy.engine.text.RtfWord.Effect;
import dev.understudy.engine.text.RtfWord.Page;
import dev.understudy.engine.text.RtfWord.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The control words of RTF: every one that the reference's pages on supported RTF commands and keywords have, and a few that
 * word processors write.
 */
final class RtfWords {

    private static final int LARGEST_SIZE = 3276;
    private static final int DEFAULT_RISE = 6;
    private static final int MOST_LINES = 10_000;
    private static final double TWIPS_A_QUARTER_POINT = 5;

    /** Of a document's head and of languages: nothing that is drawn would be otherwise without them. */
    private static final Set<String> HARMLESS =
            Set.copyOf(Arrays.asList(("rtf ansi mac pc pca deff deflang deflangfe lang"
                            + " langfe langnp langfenp noproof viewkind viewscale viewzk nowidctlpar widctlpar adeflang adeff af afs"
                            + " ltrpar ltrmark sectd cgrid insrsid charrsid itap aspalpha aspnum faauto adjustright lin rin"
                            + " outlinelevel s cs paperw paperh deftab stylesheet info generator")
                    .split(" ", -1)));

    /** Groups of them are no text. */
    private static final Set<String> DESTINATIONS =
            Set.of("stylesheet", "info", "pict", "generator", "cmykcolortbl", "iscolortbl");

    /** What is about lines below each other, or about a box: nothing along a path. */
    private static final Set<String> OF_BOXES =
            Set.copyOf(Arrays.asList(("qj lastql lastqr lastqc lastqj fi sl slmult sb sa margl margr"
                            + " margt margb vertalb vertalc stextflow baselinedir copyfit copyfitlines copyfitmaxlines")
                    .split(" ", -1)));

    private static final List<RtfWord> ROWS = new ArrayList<>();

    static {
        document();
        paragraphs();
        characters();
        advanced();
        entities();
        ours();
    }

    private static final Map<String, RtfWord> BY_NAME =
            new HashMap<>(ROWS.stream().collect(Collectors.toMap(RtfWord::name, row -> row)));

    private RtfWords() {}

    /** All rows, in the order of the reference's pages. */
    static List<RtfWord> all() {
        return List.copyOf(ROWS);
    }

    /** The row of a word; null when it has none. */
    static @Nullable RtfWord of(String name) {
        return BY_NAME.get(name);
    }

    /** Whether a word without a row makes no difference to what is drawn. */
    static boolean isHarmless(String name) {
        return HARMLESS.contains(name);
    }

    /** Whether a word, with the number behind it, asks for something that there is in boxes and areas alone. */
    static boolean isOfBoxes(String name, int number) {
        return OF_BOXES.contains(name) && !(name.equals("stextflow") && number == 0);
    }

    /** Whether a word without a row makes its group be passed over. */
    static boolean isDestination(String name) {
        return DESTINATIONS.contains(name);
    }

    private static void document() {
        add(Page.DOCUMENT, Use.BOTH, "fonttbl", Effect.NONE, "");
        add(Page.DOCUMENT, Use.BOTH, "fcharset", Effect.NONE, "In `\\fonttbl`.");
        add(Page.DOCUMENT, Use.BOTH, "colortbl", Effect.NONE, "");
        add(
                Page.DOCUMENT,
                Use.TEXT,
                "cmykcolortbl",
                Effect.NONE,
                "Of indexes that `\\colortbl` lacks, since layers are drawn in RGB; converted by arithmetic alone.");
        add(
                Page.DOCUMENT,
                Use.TEXT_PS,
                "iscolortbl",
                Effect.NONE,
                "As colors of commands: converted by profiles where there are some, with alpha. A color that is none is an error.");
        for (String part : List.of("red", "green", "blue", "cyan", "magenta", "yellow", "black")) {
            add(Page.DOCUMENT, Use.BOTH, part, Effect.NONE, "In color tables.");
        }
        for (String side : List.of("margl", "margr", "margt", "margb")) {
            add(Page.DOCUMENT, Use.TEXT_PS, side, Effect.NONE, "In boxes with a width; see [text](../text.md).");
        }
        for (String vertical : List.of("vertalt", "vertalb", "vertalc")) {
            add(Page.DOCUMENT, Use.BOTH, vertical, Effect.NONE, "In boxes with a height.");
        }
        ROWS.add(new RtfWord(
                "stextflow",
                Page.DOCUMENT,
                Use.TEXT_PS,
                number -> number == 0 || number == 1,
                Effect.NONE,
                "Named as ignored along paths; see [text](../text.md#lines-from-top-to-bottom)."));
    }

    private static void paragraphs() {
        add(Page.PARAGRAPH, Use.BOTH, "pard", (state, a) -> state.with(ParagraphStyle.DEFAULT), "Also in `text=`.");
        align("ql", Use.BOTH, Align.LEFT);
        align("qr", Use.BOTH, Align.END);
        align("qc", Use.BOTH, Align.CENTER);
        align("qj", Use.TEXT_PS, Align.JUSTIFIED);
        last("lastql", Align.LEFT);
        last("lastqr", Align.END);
        last("lastqc", Align.CENTER);
        last("lastqj", Align.JUSTIFIED);
        paragraph("fi", Use.TEXT_PS, (p, a) -> p.withFirstIndent(a.points()), "");
        paragraph("li", Use.TEXT_PS, (p, a) -> p.withLeft(a.points()), "");
        paragraph("ri", Use.TEXT_PS, (p, a) -> p.withRight(a.points()), "");
        paragraph("sl", Use.BOTH, (p, a) -> p.withSpacing(a.points() * 20), "What is added is below the line.");
        paragraph("slmult", Use.BOTH, (p, a) -> p.withMultiple(a.on()), "`\\sl` then counts 240ths of a line.");
        paragraph("sb", Use.BOTH, (p, a) -> p.withBefore(Math.max(0, a.points())), "");
        paragraph("sa", Use.BOTH, (p, a) -> p.withAfter(Math.max(0, a.points())), "");
    }

    private static void characters() {
        add(
                Page.CHARACTER,
                Use.BOTH,
                "plain",
                (state, a) -> state.with(RtfFontTable.Entry.DEFAULT).with(TextStyle.DEFAULT),
                "Also in `text=`.");
        add(
                Page.CHARACTER,
                Use.BOTH,
                "f",
                (state, a) -> state.with(a.tables().fonts().at(a.number())),
                "");
        style(Page.CHARACTER, Use.BOTH, "fs", (s, a) -> a.number() > 0 ? s.withSize(size(a)) : s, "Up to 1638 points.");
        style(Page.CHARACTER, Use.BOTH, "cf", (s, a) -> s.withColor(a.tables().color(a.number())), "");
        style(Page.CHARACTER, Use.BOTH, "b", (s, a) -> s.withBold(a.on()), "");
        style(Page.CHARACTER, Use.BOTH, "i", (s, a) -> s.withItalic(a.on()), "");
        style(Page.CHARACTER, Use.BOTH, "sub", (s, a) -> s.scripted(false), "");
        style(Page.CHARACTER, Use.BOTH, "super", (s, a) -> s.scripted(true), "");
        style(Page.CHARACTER, Use.BOTH, "ul", (s, a) -> s.withUnderlined(a.on()), "`\\ul0` switches it off.");
        for (String kind : List.of("uld", "uldash", "uldashd", "uldashdd", "uldb", "ulth", "ulw", "ulwave")) {
            style(
                    Page.CHARACTER,
                    Use.BOTH,
                    kind,
                    (s, a) -> s.withUnderlined(a.on()),
                    "As `\\ul`, as the reference has it.");
        }
        style(Page.CHARACTER, Use.BOTH, "ulnone", (s, a) -> s.withUnderlined(false), "");
        style(Page.CHARACTER, Use.TEXT_PS, "caps", (s, a) -> s.withCapitals(capitals(a, Capitals.ALL)), "");
        style(
                Page.CHARACTER,
                Use.TEXT_PS,
                "scaps",
                (s, a) -> s.withCapitals(capitals(a, Capitals.SMALL)),
                "Of 0.7 of the size.");
    }

    private static void advanced() {
        style(Page.ADVANCED, Use.BOTH, "dn", (s, a) -> s.raised(-a.orElse(DEFAULT_RISE) / 2.0), "");
        style(Page.ADVANCED, Use.BOTH, "up", (s, a) -> s.raised(a.orElse(DEFAULT_RISE) / 2.0), "");
        spacing("kerning", (s, a) -> s.withKerningFrom(Math.max(0, a.orElse(1)) / 2.0), "On where it is not given.");
        style(
                Page.ADVANCED,
                Use.TEXT_PS,
                "kerningoptical",
                (s, a) -> s.withSpacing(s.spacing().withOptical(true)),
                "By shapes, as [text](../text.md#kerning) says.");
        spacing("kerningmetric", (s, a) -> s.withOptical(false), "By the pairs of the font, as where nothing is said.");
        spacing("expnd", (s, a) -> s.withTracking(a.points() * TWIPS_A_QUARTER_POINT), "");
        spacing("expndtw", (s, a) -> s.withTracking(a.points()), "");
        IntPredicate scales = number -> number > 0 && number <= 1000;
        ROWS.add(new RtfWord(
                "charscalex",
                Page.ADVANCED,
                Use.BOTH,
                scales,
                (state, a) -> state.withSpacing(s -> s.withScaleX(a.number() / 100.0)),
                "1 to 1000; letters are not mirrored."));
        ROWS.add(new RtfWord(
                "charscaley",
                Page.ADVANCED,
                Use.BOTH,
                scales,
                (state, a) -> state.withSpacing(s -> s.withScaleY(a.number() / 100.0)),
                "1 to 1000; letters are not mirrored."));
        style(Page.ADVANCED, Use.BOTH, "ltrch", (s, a) -> s.withRightToLeft(false), "");
        style(Page.ADVANCED, Use.BOTH, "rtlch", (s, a) -> s.withRightToLeft(true), "Also in `textPs=`.");
        copyFit("copyfit", (f, a) -> f.withLargest(Math.max(0, size(a))), "See [text](../text.md#copy-fitting).");
        copyFit("copyfitlines", (f, a) -> f.withLines(lines(a)), "");
        copyFit("copyfitmaxlines", (f, a) -> f.withMaxLines(lines(a)), "");
        ROWS.add(new RtfWord(
                "baselinedir",
                Page.ADVANCED,
                Use.TEXT_PS,
                number -> number == 0 || number == 1,
                (state, a) -> state.with(state.style().withSideways(a.number() == 1)),
                "With `\\stextflow1`; Far Eastern letters are upright in any case, those of scripts that are read from right to"
                        + " left never."));
    }

    private static void entities() {
        add(Page.ENTITIES, Use.BOTH, "par", Effect.NONE, "");
        add(Page.ENTITIES, Use.BOTH, "line", Effect.NONE, "");
        add(Page.ENCODING, Use.BOTH, "u", Effect.NONE, "");
        add(Page.ENCODING, Use.BOTH, "uc", (state, a) -> state.withUnicodeSkip(Math.max(0, a.number())), "");
        for (String part : List.of("loch", "hich", "dbch")) {
            add(Page.ENCODING, Use.BOTH, part, Effect.NONE, "Codes alone tell what characters are.");
        }
    }

    private static void ours() {
        add(
                Page.OURS,
                Use.BOTH,
                "ansicpg",
                (state, a) -> state.with(RtfCharsets.ofCodePage(a.number())),
                "The code page of `\\'HH`, before `\\fonttbl`.");
        style(Page.OURS, Use.BOTH, "nosupersub", (s, a) -> s.raised(0), "");
        add(Page.OURS, Use.BOTH, "tab", Effect.NONE, "A blank.");
        for (String sign : List.of("emdash", "endash", "bullet", "lquote", "rquote", "ldblquote", "rdblquote")) {
            add(Page.OURS, Use.BOTH, sign, Effect.NONE, "");
        }
    }

    private static double size(RtfWord.Argument argument) {
        return Math.min(argument.number(), LARGEST_SIZE) / 2.0;
    }

    private static int lines(RtfWord.Argument argument) {
        return Math.max(0, Math.min(MOST_LINES, argument.number()));
    }

    private static Capitals capitals(RtfWord.Argument argument, Capitals on) {
        return argument.on() ? on : Capitals.AS_WRITTEN;
    }

    private static void add(Page page, Use use, String name, Effect effect, String note) {
        ROWS.add(new RtfWord(name, page, use, number -> true, effect, note));
    }

    private static void align(String name, Use use, Align align) {
        paragraph(name, use, (p, a) -> p.withAlign(align), "");
    }

    private static void last(String name, Align align) {
        paragraph(name, Use.TEXT_PS, (p, a) -> p.withLastAlign(align), "With `\\qj`.");
    }

    private static void paragraph(
            String name, Use use, BiFunction<ParagraphStyle, RtfWord.Argument, ParagraphStyle> change, String note) {
        add(Page.PARAGRAPH, use, name, (state, a) -> state.with(change.apply(state.paragraph(), a)), note);
    }

    private static void style(
            Page page, Use use, String name, BiFunction<TextStyle, RtfWord.Argument, TextStyle> change, String note) {
        add(page, use, name, (state, a) -> state.with(change.apply(state.style(), a)), note);
    }

    private static void spacing(
            String name, BiFunction<CharacterSpacing, RtfWord.Argument, CharacterSpacing> change, String note) {
        add(Page.ADVANCED, Use.BOTH, name, (state, a) -> state.withSpacing(s -> change.apply(s, a)), note);
    }

    private static void copyFit(String name, BiFunction<CopyFit, RtfWord.Argument, CopyFit> change, String note) {
        add(Page.ADVANCED, Use.TEXT_PS, name, (state, a) -> state.withCopyFit(f -> change.apply(f, a)), note);
    }
}

package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.understudy.engine.docs.MarkdownPage;
import dev.understudy.engine.plan.TextDialect;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The control words of RTF, as the documentation has them and as the reference lists them. */
class RtfPagesTest {

    /** All words of the reference's six pages on supported RTF commands and keywords. */
    private static final String REFERENCE =
            "fonttbl fcharset colortbl cmykcolortbl iscolortbl red green blue cyan magenta"
                    + " yellow black margl margr margt margb vertalt vertalb vertalc stextflow"
                    + " pard ql qr qc qj lastql lastqr lastqc lastqj fi li ri sl slmult sb sa"
                    + " plain f fs cf b i sub super ul uld uldash uldashd uldashdd uldb ulth ulw ulwave ulnone caps scaps"
                    + " dn up kerning kerningoptical kerningmetric expnd expndtw charscalex charscaley ltrch rtlch"
                    + " copyfit copyfitlines copyfitmaxlines baselinedir par line u uc loch hich dbch";

    @Test
    void everyWordOfTheReferenceHasARow() {
        List<String> words = List.of(REFERENCE.split(" ", -1));
        words.forEach(word -> assertNotNull(RtfWords.of(word), word));
        assertEquals(
                Set.copyOf(words),
                Set.copyOf(RtfWords.all().stream()
                        .filter(row -> row.page() != RtfWord.Page.OURS)
                        .map(RtfWord::name)
                        .toList()));
    }

    @Test
    void wordsThatDoNothingAreNamed() {
        assertEquals(
                List.of("\\strike", "\\margl", "\\caps", "\\stextflow", "\\kerningoptical", "\\charscalex"),
                Rtf.ignoredWords(
                        "{\\rtf1\\ansi\\deff0\\strike\\margl200\\caps\\stextflow1\\kerningoptical\\charscalex-50\\strike x}",
                        TextDialect.TEXT,
                        false));
        assertEquals(
                List.of("\\cmykcolortbl"),
                Rtf.ignoredWords(
                        "{\\cmykcolortbl;\\cyan100;}\\margl200\\caps\\stextflow0\\charscalex50 x",
                        TextDialect.TEXT_PS,
                        false));
        assertEquals(
                List.of("\\iscolortbl"), Rtf.ignoredWords("{{\\*\\iscolortbl;ff0000;}x}", TextDialect.TEXT, false));
        assertEquals(List.of(), Rtf.ignoredWords("plain \u00e9 text", TextDialect.TEXT, false));
        String ofBoxes = "\\stextflow1\\copyfit90\\qj\\margl20\\vertalb\\qc\\li20 x";
        assertEquals(
                List.of("\\stextflow", "\\copyfit", "\\qj", "\\margl", "\\vertalb"),
                Rtf.ignoredWords(ofBoxes, TextDialect.TEXT_PS, true));
        assertEquals(List.of(), Rtf.ignoredWords(ofBoxes, TextDialect.TEXT_PS, false));
        assertEquals(List.of(), Rtf.ignoredWords("\\stextflow0\\qr x", TextDialect.TEXT_PS, true));
        // names in headers stay short and few
        String many = "\\" + "averylongnamethatnobodyknows".repeat(9) + " \\qa\\qb\\qd\\qe\\qf\\qg\\qh\\qi\\qk x";
        assertEquals(8, Rtf.ignoredWords(many, TextDialect.TEXT, false).size());
        assertEquals(21, Rtf.ignoredWords(many, TextDialect.TEXT, false).get(0).length());
    }

    @Test
    void page() {
        MarkdownPage page = new MarkdownPage("RTF")
                .text(
                        "The control words of RTF in [`text=` and `textPs=`](../text.md). All others are passed over; those that"
                                + " could make a difference are named in `Understudy-Ignored`, as are those that do nothing in the text of one"
                                + " command.");
        for (RtfWord.Page section : RtfWord.Page.values()) {
            page.heading(section.title()).columns("word", "`text=`", "`textPs=`", "notes");
            RtfWords.all().stream()
                    .filter(row -> row.page() == section)
                    .forEach(row -> page.row(
                            "`\\" + row.name() + "`",
                            row.use().includes(TextDialect.TEXT) ? "yes" : "no",
                            row.use().includes(TextDialect.TEXT_PS) ? "yes" : "no",
                            row.note()));
            if (section == RtfWord.Page.ENTITIES) {
                page.row("`\\\\` `\\{` `\\}`", "yes", "yes", "");
                page.row(
                        "`\\~` `\\_` `\\-`",
                        "yes",
                        "yes",
                        "Also in `text=`. An optional hyphen is seen where a line ends with it.");
            } else if (section == RtfWord.Page.ENCODING) {
                page.row(
                        "`\\'HH`",
                        "yes",
                        "yes",
                        "In the character set of the font, else the code page, else Windows 1252.");
            }
        }
        page.check("rtf.md");
    }
}

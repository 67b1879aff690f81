package dev.understudy.protocol.locale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.RecordFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the reference's page on text string localization; names of strings that it misspells are as its maps have them. */
class LocalizedTextTest {

    private static final String FAMILIES = "en,E|en_us,EUS,E|en_uk,EUK,E|de,D|de_at,DAT,D|de_de,D";

    private static final String DATA = "val1=111\nstr1=Default1^loc=N^Dutch1^loc=D^German1\nval2=value2\n"
            + "str2=^loc=E^English2^loc=N^Dutch2^loc=D^German2\nstr3=Default3^loc=N^Dutch3^loc=D^German3";

    private static LocalizedText text(String map, String locale) {
        return new LocalizedText(LocaleRules.of(map).forLocale(locale).orElse(List.of()));
    }

    @Test
    void userData() {
        String map = "en,E|nl,N|de,D|,";
        assertEquals(
                "val1=111\nstr1=Dutch1\nval2=value2\nstr2=Dutch2\nstr3=Dutch3",
                text(map, "nl").of(RecordFields.USER_DATA, DATA));
        assertEquals(
                "val1=111\nstr1=Default1\nval2=value2\nstr2=\nstr3=Default3",
                text(map, "ja").of(RecordFields.USER_DATA, DATA));
        assertEquals(
                "val1=111\nstr1=\nval2=value2\nstr2=English2\nstr3=",
                text(map, "EN").of(RecordFields.USER_DATA, DATA));
    }

    @ParameterizedTest
    @CsvSource({
        "^loc=E^English^loc=D^German, en en_us en_uk, English",
        "^loc=E^English^loc=D^German, de de_at de_de, German",
        "^loc=E^English^loc=D^German, fr ja, ''",
        "^loc=E^English^loc=EUK^UK-English^loc=D^German^loc=DAT^Austrian, en en_us, English",
        "^loc=E^English^loc=EUK^UK-English^loc=D^German^loc=DAT^Austrian, en_uk, UK-English",
        "^loc=E^English^loc=EUK^UK-English^loc=D^German^loc=DAT^Austrian, de de_de, German",
        "^loc=E^English^loc=EUK^UK-English^loc=D^German^loc=DAT^Austrian, de_at, Austrian",
        "^loc=E^English^loc=EUK^UK-English^loc=D^German^loc=DAT^Austrian, fr, ''",
        "^loc=E^English^loc=EUS^US-English^loc=D^German^loc=DDE^Deutsch, en en_uk, English",
        "^loc=E^English^loc=EUS^US-English^loc=D^German^loc=DDE^Deutsch, en_us, US-English",
        "^loc=E^English^loc=EUS^US-English^loc=D^German^loc=DDE^Deutsch, de de_at de_de, German",
        "^loc=E^English^loc=EUS^US-English^loc=D^German^loc=DDE^Deutsch, fr, ''",
    })
    void familiesOfLanguages(String text, String locales, String expected) {
        for (String locale : locales.split(" ")) {
            assertEquals(expected, text(FAMILIES, locale).string(text), locale);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "no languages, no languages",
        "2^3 is 8, 2^3 is 8",
        "1^loc=D^2^3, 2^3",
        "a%5Eloc=D%5Eb, b",
        "a^loc=D^b^loc=D^c, b",
        "a^loc=D^, ''",
        "a^loc=D, a^loc=D",
    })
    void whatIsNoTokenIsText(String text, String expected) {
        assertEquals(expected, text("de,D", "de").string(text));
    }

    @Test
    void targetsHaveLabelsAndDataInLanguages() {
        String targets = "target.0.rect=1^loc=D^2\ntarget.0.label=One^loc=D^Eins\ntarget.0.userdata=x^loc=D^y";
        assertEquals(
                "target.0.rect=1^loc=D^2\ntarget.0.label=Eins\ntarget.0.userdata=y",
                text("de,D", "de").of(RecordFields.TARGETS, targets));
    }

    @Test
    void setsHaveNamesAndLabelsInLanguages() {
        String set = "a;{0xff0000 Red^loc=D^Rot $1},b^loc=D^c:d;{0x00FF00^loc=D^Blau},e";
        assertEquals(
                "a;{0xff0000 Rot $1},c:d;{0x00FF00Blau},e", text("de,D", "de").of(RecordFields.IMAGE_SET, set));
    }

    @Test
    void mapsHaveAttributesInLanguages() {
        String map = "<area shape=\"rect^loc=D^x\" coords='0,0,1,1^loc=D^' alt=\"One^loc=D^Eins\" href='a^loc=D^b'"
                + " title=bare^loc=D^kahl>";
        assertEquals(
                "<area shape=\"rect^loc=D^x\" coords='0,0,1,1^loc=D^' alt=\"Eins\" href='b' title=bare^loc=D^kahl>",
                text("de,D", "de").of(RecordFields.MAP, map));
    }

    @Test
    void otherFieldsAreInNoLanguage() {
        assertEquals("a^loc=D^b", text("de,D", "de").of(RecordFields.MODIFIER, "a^loc=D^b"));
    }
}

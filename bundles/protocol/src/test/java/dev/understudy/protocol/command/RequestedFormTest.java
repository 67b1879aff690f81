package dev.understudy.protocol.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.ErrorForm.PropertySyntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestedFormTest {

    private static final List<PropertySyntax> FORMS = List.of(PropertySyntax.TEXT, PropertySyntax.XML);

    @ParameterizedTest
    @CsvSource({
        "props, props, '', ",
        "'props,', props, '', ",
        "'props , XML', props, XML, ",
        "'props,xml, utf-16', props, xml, utf-16",
        "'props,xml,', props, xml, ''",
        "',', '', '', ",
    })
    void theItemsOfAValue(String value, String type, String form, String charset) {
        assertEquals(new RequestedForm(type, form, charset), RequestedForm.parse(value));
        assertEquals(RequestedForm.parse(value), RequestedForm.guess(value));
    }

    @Test
    void thereAreThreeOfThem() {
        assertThrows(IllegalArgumentException.class, () -> RequestedForm.parse("props,xml,utf-8,more"));
        assertEquals(new RequestedForm("props", "xml", "utf-8"), RequestedForm.guess("props,xml,utf-8,more"));
    }

    @Test
    void aReplyHasAFormOfItsType() {
        assertEquals(PropertySyntax.TEXT, RequestedForm.parse("props").syntax(FORMS));
        assertEquals(PropertySyntax.XML, RequestedForm.parse("props,Xml").syntax(FORMS));
        assertThrows(
                IllegalArgumentException.class,
                () -> RequestedForm.parse("props,json").syntax(FORMS));
        assertThrows(
                IllegalArgumentException.class,
                () -> RequestedForm.parse("props,plain").syntax(FORMS));
    }

    @ParameterizedTest
    @CsvSource({"props, TEXT", "'props,xml', XML", "'props,json', TEXT", "'props,yaml', TEXT"})
    void anErrorHasTheUsualFormWhereTheTypeHasNotTheOneAskedFor(String value, PropertySyntax syntax) {
        assertEquals(syntax, RequestedForm.guess(value).errorSyntax(FORMS));
    }

    @ParameterizedTest
    @CsvSource({"nosuch, PLAIN", "'nosuch,xml', XML", "'nosuch,json', JSON", "'nosuch,yaml', PLAIN"})
    void anErrorOfAnUnknownTypeHasTheFormAskedFor(String value, PropertySyntax syntax) {
        assertEquals(syntax, RequestedForm.guess(value).errorSyntax(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"'a,xml', ", "'a,xml,utf-16', UTF-16", "'a,xml,Iso-8859-1', ISO-8859-1"})
    void characterSetsOfReplies(String value, String charset) {
        assertEquals(charset, RequestedForm.parse(value).knownCharset());
    }

    @ParameterizedTest
    @CsvSource({"'a,xml,'", "'a,xml,klingon'", "'a,xml,us-ascii'"})
    void otherCharacterSetsAreNot(String value) {
        assertThrows(
                IllegalArgumentException.class, () -> RequestedForm.parse(value).knownCharset());
    }
}

package dev.understudy.protocol.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataWriterTest {

    private static String text(Reply reply, String charset) {
        return new String(((Body.Bytes) reply.body()).bytes(), Charset.forName(charset));
    }

    private static String json(DataNode node) {
        return text(DataWriter.write(node, new ErrorForm(PropertySyntax.JSON, null, null, null)), "UTF-8");
    }

    private static String xml(DataNode node, String charset) {
        return text(DataWriter.write(node, new ErrorForm(PropertySyntax.XML, null, null, charset)), charset);
    }

    @Test
    void jsonHasObjectsForSinglePartsAndArraysForSeveral() {
        DataNode node = DataNode.of("set")
                .value("a", "1")
                .value("none", null)
                .part(DataNode.of("one").value("x", "\"<"))
                .part(DataNode.of("two"))
                .part(DataNode.of("two").value("y", ""))
                .part(null)
                .list(List.of(DataNode.of("three")))
                .value("z", "last");
        assertEquals(
                "/*jsonp*/s7jsonResponse({\"set\":{\"a\":\"1\",\"one\":{\"x\":\"\\\"\\u003c\"},\"two\":[{},{\"y\":\"\"}],\"three\":[{}],"
                        + "\"z\":\"last\"}},\"\");",
                json(node));
    }

    @Test
    void theCallIsThatOfTheForm() {
        ErrorForm form = new ErrorForm(PropertySyntax.JSON, "found", "7", null);
        Reply reply = DataWriter.write(DataNode.of("set"), form);
        assertEquals("/*jsonp*/found({\"set\":{}},\"7\");", text(reply, "UTF-8"));
        assertEquals("text/javascript;charset=utf-8", reply.contentType());
    }

    @Test
    void xmlHasAttributesAndElements() {
        DataNode node = DataNode.of("set")
                .part(DataNode.of("item").value("n", "é<\""))
                .value("a", "1")
                .part(DataNode.ofProperties("userdata", Map.of("1 x", "y")));
        assertEquals("""
                <?xml version="1.0" encoding="ISO-8859-1" ?>
                <set a="1">
                <item n="é&#x3c;&#x22;" />
                <userdata>
                <property name="1 x" value="y" />
                </userdata>
                </set>
                """, xml(node, "ISO-8859-1"));
    }

    @Test
    void aNameIsThatOfAValueOrOfParts() {
        DataNode node = DataNode.of("set").value("a", "1");
        assertThrows(IllegalArgumentException.class, () -> node.part(DataNode.of("a")));
    }
}

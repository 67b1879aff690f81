package dev.understudy.protocol.properties;

import dev.understudy.failure.ErrorForm;
import dev.understudy.protocol.properties.PropertyWriter.Outcome;
import dev.understudy.serve.Reply;
import java.util.List;
import java.util.StringJoiner;

/**
 * Writes replies that have a structure: XML, or JSON in the call of a function. As in properties, JSON is compact, and all its values
 * are strings.
 */
public final class DataWriter {

    private final FormText text;

    private DataWriter(FormText text) {
        this.text = text;
    }

    /**
     * A reply of status 200.
     *
     * @param form JSON, or else XML
     */
    public static Reply write(DataNode root, ErrorForm form) {
        DataWriter writer = new DataWriter(FormText.of(form));
        return form.syntax() == ErrorForm.PropertySyntax.JSON
                ? writer.text.reply("text/javascript", writer.call(root, form))
                : document(root, form, "text/xml");
    }

    /** An XML document of a type of its own as a reply of status 200, in the character set that a form asks for. */
    public static Reply document(DataNode root, ErrorForm form, String mediaType) {
        DataWriter writer = new DataWriter(FormText.of(form));
        return writer.text.reply(mediaType, writer.document(root));
    }

    private String call(DataNode root, ErrorForm form) {
        return text.callStart(Outcome.OK.function(), form) + "{" + text.quoted(root.name()) + ":" + object(root) + "}"
                + text.callEnd(form);
    }

    private String object(DataNode node) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        node.members().forEach((name, member) -> {
            String json = member instanceof DataNode.Parts parts
                    ? objects(parts.nodes(), node.isListed(name))
                    : text.quoted(((DataNode.Value) member).text());
            members.add(text.quoted(name) + ":" + json);
        });
        return members.toString();
    }

    private String objects(List<DataNode> parts, boolean listed) {
        if (parts.size() == 1 && !listed) {
            return object(parts.get(0));
        }
        StringJoiner items = new StringJoiner(",", "[", "]");
        parts.forEach(part -> items.add(object(part)));
        return items.toString();
    }

    private String document(DataNode root) {
        StringBuilder out = new StringBuilder(text.xmlDeclaration());
        element(root, out);
        return out.toString();
    }

    private void element(DataNode node, StringBuilder out) {
        out.append('<').append(node.name());
        StringBuilder inner = new StringBuilder();
        node.members().forEach((name, member) -> {
            if (member instanceof DataNode.Parts parts) {
                parts.nodes().forEach(part -> element(part, inner));
            } else if (member instanceof DataNode.Value value && node.hasFreeNames()) {
                property(name, value.text(), inner);
            } else if (member instanceof DataNode.Value value) {
                attribute(name, value.text(), out);
            }
        });
        if (inner.isEmpty()) {
            out.append(" />\n");
        } else {
            out.append(">\n").append(inner).append("</").append(node.name()).append(">\n");
        }
    }

    private void property(String name, String value, StringBuilder out) {
        out.append("<property");
        attribute("name", name, out);
        attribute("value", value, out);
        out.append(" />\n");
    }

    private void attribute(String name, String value, StringBuilder out) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(text.xmlEscaped(value))
                .append('"');
    }
}

package dev.understudy.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict reader of JSON for tests: maps, lists, text, numbers, booleans and null. Text with half a character is refused, too. */
public final class JsonReader {

    private final String json;
    private int at;

    private JsonReader(String json) {
        this.json = json;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException when the text is not one value of JSON
     */
    public static Object read(String json) {
        JsonReader reader = new JsonReader(json);
        Object value = reader.value();
        reader.space();
        if (reader.at != json.length()) {
            throw reader.wrong("the end");
        }
        return value;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException when the text is not one object of JSON
     */
    @SuppressWarnings("unchecked") // keys of objects are text
    public static Map<String, Object> object(String json) {
        return (Map<String, Object>) read(json);
    }

    private Object value() {
        space();
        char c = peek();
        return switch (c) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> text();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return members;
        }
        do {
            space();
            String key = text();
            space();
            take(':');
            if (members.containsKey(key)) {
                throw wrong("a key that is not there yet");
            }
            members.put(key, value());
            space();
        } while (takes(','));
        take('}');
        return members;
    }

    private List<Object> items() {
        List<Object> items = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return items;
        }
        do {
            items.add(value());
            space();
        } while (takes(','));
        take(']');
        return items;
    }

    private String text() {
        take('"');
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            char c = json.charAt(at++);
            if (c < ' ') {
                throw wrong("no control character");
            }
            text.append(c == '\\' ? escaped() : c);
        }
        at++;
        String whole = text.toString();
        if (whole.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw wrong("whole characters");
        }
        return whole;
    }

    private char escaped() {
        char c = json.charAt(at++);
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                at += 4;
                return (char) Integer.parseInt(json.substring(at - 4, at), 16);
            default:
                throw wrong("an escape");
        }
    }

    private Object number() {
        int from = at;
        while (at < json.length() && "+-.eE0123456789".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        String number = json.substring(from, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw wrong("a value");
        }
        return Double.valueOf(number);
    }

    private Object word(String word, Object value) {
        if (!json.startsWith(word, at)) {
            throw wrong(word);
        }
        at += word.length();
        return value;
    }

    private char peek() {
        if (at >= json.length()) {
            throw wrong("more");
        }
        return json.charAt(at);
    }

    private void take(char c) {
        if (!takes(c)) {
            throw wrong("'" + c + "'");
        }
    }

    private boolean takes(char c) {
        if (at < json.length() && json.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("at " + at + " there should be " + expected + ": " + json);
    }
}

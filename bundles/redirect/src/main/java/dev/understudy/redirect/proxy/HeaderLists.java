package dev.understudy.redirect.proxy;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Splits header fields that are lists at each comma. Jetty respects quotes and comments, and throws when they are malformed. The fields
 * here come from strangers, and a member that is cut at a comma within quotes or comments resembles nothing that is looked for.
 */
final class HeaderLists {

    private static final Pattern COMMA = Pattern.compile(",");

    private HeaderLists() {}

    /** Returns the members of all fields with this name, without the spaces around them. */
    static Stream<String> members(HttpFields fields, HttpHeader name) {
        return fields.getValuesList(name).stream().flatMap(COMMA::splitAsStream).map(String::strip);
    }
}

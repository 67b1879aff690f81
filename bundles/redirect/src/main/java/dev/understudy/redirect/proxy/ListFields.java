package dev.understudy.redirect.proxy;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Fields that are lists, taken apart at each comma. Jetty heeds quotes and comments, and throws at those that are malformed; here
 * all come from strangers, and a member cut at a comma within either looks like nothing that is looked for.
 */
final class ListFields {

    private static final Pattern COMMA = Pattern.compile(",");

    private ListFields() {}

    /** The members of all fields of a name, without the blanks around them. */
    static Stream<String> members(HttpFields fields, HttpHeader name) {
        return fields.getValuesList(name).stream().flatMap(COMMA::splitAsStream).map(String::strip);
    }
}

package dev.understudy.source.web;

import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import dev.understudy.source.StoredObject.State;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** What the answers of web servers say of objects. */
final class WebAnswers {

    /** The tag of a state that its server marks by a date alone; weak, since two changes can bear the same. */
    private static final String DATED = "W/date ";

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes \\d+-\\d+/(\\d+)");
    private static final int MAX_TAG = 1024;

    private WebAnswers() {}

    /** Has a request ask for the state that is known or required. */
    static void require(HttpFields.Mutable headers, StoreRequest wanted) {
        String known = wanted.knownTag();
        if (known.startsWith(DATED)) {
            headers.put(HttpHeader.IF_MODIFIED_SINCE, known.substring(DATED.length()));
        } else if (!known.isEmpty()) {
            headers.put(HttpHeader.IF_NONE_MATCH, known);
        }
        if (!wanted.requiredTag().isEmpty()) {
            headers.put(HttpHeader.IF_MATCH, wanted.requiredTag());
        }
    }

    /**
     * What an answer says, whose body is still to come.
     *
     * @throws ObjectStoreException when it says nothing of the object
     */
    static StoredObject stored(Response response, InputStreamResponseListener body) throws ObjectStoreException {
        int status = response.getStatus();
        State state = state(status);
        if (state == State.PRESENT) {
            return present(response, body);
        }
        WebObjectStore.close(body);
        if (state == null) {
            throw failure(status);
        }
        return StoredObject.of(state);
    }

    private static @Nullable State state(int status) {
        return switch (status) {
            case HttpStatus.OK_200, HttpStatus.PARTIAL_CONTENT_206 -> State.PRESENT;
            case HttpStatus.NOT_MODIFIED_304 -> State.UNCHANGED;
            case HttpStatus.PRECONDITION_FAILED_412 -> State.CHANGED;
            case HttpStatus.NOT_FOUND_404, HttpStatus.GONE_410 -> State.MISSING;
            case HttpStatus.UNAUTHORIZED_401, HttpStatus.TOO_MANY_REQUESTS_429, HttpStatus.REQUEST_TIMEOUT_408 -> null;
            default -> status / 100 == 4 ? State.FORBIDDEN : null;
        };
    }

    private static ObjectStoreException failure(int status) {
        if (status == HttpStatus.TOO_MANY_REQUESTS_429 || status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            return new ObjectStoreException(Reason.BUSY, "it answers " + status, null);
        }
        if (status == HttpStatus.UNAUTHORIZED_401) {
            return new ObjectStoreException(
                    Reason.REFUSED, "it answers 401: it wants a user, which roots cannot have", null);
        }
        return status / 100 == 3
                ? new ObjectStoreException(
                        Reason.REFUSED,
                        "it answers " + status
                                + ", a redirect, which is not followed; the root that it leads to is to be used",
                        null)
                : new ObjectStoreException(Reason.DOWN, "it answers " + status, null);
    }

    private static StoredObject present(Response response, InputStreamResponseListener body)
            throws ObjectStoreException {
        HttpFields headers = response.getHeaders();
        String coding = headers.get(HttpHeader.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            WebObjectStore.close(body);
            throw new ObjectStoreException(
                    Reason.REFUSED, "it sends files encoded as '" + coding + "', which it was asked not to", null);
        }
        Instant modified = AnswerFreshness.time(headers, HttpHeader.LAST_MODIFIED);
        return new StoredObject(
                State.PRESENT,
                length(response),
                tag(headers, modified),
                modified == null ? 0 : Math.max(0, modified.toEpochMilli()),
                "bytes".equalsIgnoreCase(headers.get(HttpHeader.ACCEPT_RANGES)),
                body.getInputStream());
    }

    private static long length(Response response) {
        if (response.getStatus() == HttpStatus.PARTIAL_CONTENT_206) {
            String range = response.getHeaders().get(HttpHeader.CONTENT_RANGE);
            Matcher whole = CONTENT_RANGE.matcher(range == null ? "" : range);
            return whole.matches() && whole.group(1).length() < 18 ? Long.parseLong(whole.group(1)) : -1;
        }
        return response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    }

    private static String tag(HttpFields headers, @Nullable Instant modified) {
        String tag = headers.get(HttpHeader.ETAG);
        if (tag != null && !tag.isBlank() && tag.length() <= MAX_TAG) {
            return tag;
        }
        return modified == null ? "" : DATED + headers.get(HttpHeader.LAST_MODIFIED);
    }
}

package dev.understudy.source.web;

import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import dev.understudy.source.StoredObject.State;
import java.time.Instant;
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

    private static final int MAX_TAG = 1024;

    private static final Pattern PAGE_TYPE = Pattern.compile("text/html|application/xhtml", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_NAME = Pattern.compile("\\.[a-z]?html?$", Pattern.CASE_INSENSITIVE);

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
     * @throws ObjectStoreException when it says nothing of the object, or is not the answer to the request
     */
    static StoredObject stored(StoreRequest wanted, Response response, InputStreamResponseListener body)
            throws ObjectStoreException {
        boolean taken = false;
        try {
            int status = response.getStatus();
            State state = state(status, wanted);
            if (state == null) {
                throw failure(status);
            }
            if (state != State.PRESENT || status == HttpStatus.OK_200 && wanted.isPart()) {
                // a server that sends the whole where a part is wanted has no parts
                return StoredObject.of(state);
            }
            StoredObject present = present(wanted, response, body);
            taken = true;
            return present;
        } finally {
            if (!taken) {
                WebObjectStore.close(body);
            }
        }
    }

    private static @Nullable State state(int status, StoreRequest wanted) {
        return switch (status) {
            case HttpStatus.OK_200, HttpStatus.PARTIAL_CONTENT_206 -> State.PRESENT;
            // shorter by now than the part that was asked for
            case HttpStatus.RANGE_NOT_SATISFIABLE_416 -> wanted.isPart() ? State.CHANGED : null;
            case HttpStatus.NOT_MODIFIED_304 -> State.UNCHANGED;
            case HttpStatus.PRECONDITION_FAILED_412 -> State.CHANGED;
            case HttpStatus.NOT_FOUND_404, HttpStatus.GONE_410 -> State.MISSING;
            case HttpStatus.UNAUTHORIZED_401,
                    HttpStatus.PROXY_AUTHENTICATION_REQUIRED_407,
                    HttpStatus.REQUEST_TIMEOUT_408,
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    HttpStatus.TOO_MANY_REQUESTS_429 -> null;
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

    private static StoredObject present(StoreRequest wanted, Response response, InputStreamResponseListener body)
            throws ObjectStoreException {
        HttpFields headers = response.getHeaders();
        String coding = headers.get(HttpHeader.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new ObjectStoreException(
                    Reason.REFUSED, "it sends files encoded as '" + coding + "', which it was asked not to", null);
        }
        requireFile(wanted.name(), headers.get(HttpHeader.CONTENT_TYPE));
        Instant modified = AnswerFreshness.time(headers, HttpHeader.LAST_MODIFIED);
        return new StoredObject(
                State.PRESENT,
                length(wanted, response),
                tag(headers, modified),
                modified == null ? 0 : Math.max(0, modified.toEpochMilli()),
                wanted.isPart() || "bytes".equalsIgnoreCase(headers.get(HttpHeader.ACCEPT_RANGES)),
                body.getInputStream());
    }

    /**
     * Refuses a web page that stands where a file should: that of a network which wants its users to log in, or of a server that has a page
     * for whatever it does not know.
     */
    private static void requireFile(String name, @Nullable String type) throws ObjectStoreException {
        if (type != null
                && PAGE_TYPE.matcher(type).lookingAt()
                && !PAGE_NAME.matcher(name).find()) {
            throw new ObjectStoreException(
                    Reason.UNUSABLE, "it sends a web page (" + type + ") where a file should be", null);
        }
    }

    /** The length of the whole object, from an answer that is what was asked for and whose end can be told. */
    private static long length(StoreRequest wanted, Response response) throws ObjectStoreException {
        HttpFields headers = response.getHeaders();
        long sent = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        if (response.getStatus() == HttpStatus.PARTIAL_CONTENT_206) {
            return wanted.lengthOfWhole(headers.get(HttpHeader.CONTENT_RANGE), sent);
        }
        if (sent < 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING, "chunked")) {
            throw new ObjectStoreException(
                    Reason.UNUSABLE,
                    "it does not say how long a file is, so that nobody could tell a part of it",
                    null);
        }
        return sent;
    }

    private static String tag(HttpFields headers, @Nullable Instant modified) {
        String tag = headers.get(HttpHeader.ETAG);
        if (tag != null && !tag.isBlank() && tag.length() <= MAX_TAG) {
            return tag;
        }
        return modified == null ? "" : DATED + headers.get(HttpHeader.LAST_MODIFIED);
    }
}

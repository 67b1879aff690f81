package dev.understudy.source.s3;

import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.StoredObject;
import dev.understudy.source.StoredObject.State;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells what S3 means by its errors. No message has a key, a name of an object or a URL in it. */
final class S3Failures {

    private static final String ACCESS_DENIED = "AccessDenied";

    /** Errors that only an operator can mend, and how. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("SignatureDoesNotMatch", "the secret key is not the one of the access key"),
            Map.entry("InvalidAccessKeyId", "the access key is not known there"),
            Map.entry("RequestTimeTooSkewed", "the clock of this machine is wrong"),
            Map.entry("ExpiredToken", "the session token has expired"),
            Map.entry("InvalidToken", "the session token is not valid"),
            Map.entry("NoSuchBucket", "there is no such bucket"),
            Map.entry("PermanentRedirect", "the bucket is in another region; the root's region= says which is asked"),
            Map.entry("TemporaryRedirect", "the bucket is in another region; the root's region= says which is asked"),
            Map.entry(
                    "AuthorizationHeaderMalformed",
                    "the bucket is in another region; the root's region= says which is asked"),
            Map.entry("AllAccessDisabled", "the bucket has been switched off"),
            Map.entry("AccountProblem", "the account has a problem"));

    private S3Failures() {}

    /**
     * What an answer that is an error says of an object.
     *
     * @throws ObjectStoreException when it says nothing of it
     */
    static StoredObject answer(S3Exception e) throws ObjectStoreException {
        AwsErrorDetails details = e.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        int status = e.statusCode();
        String advice = ADVICE.get(code);
        if (advice != null) {
            throw new ObjectStoreException(Reason.REFUSED, advice + " (" + code + ")", e);
        }
        return switch (status) {
            case 304 -> StoredObject.of(State.UNCHANGED);
            case 404 -> StoredObject.of(State.MISSING);
            case 412, 416 -> StoredObject.of(State.CHANGED);
            case 403 -> {
                if (code.isEmpty() || code.equals(ACCESS_DENIED)) {
                    yield StoredObject.of(State.FORBIDDEN);
                }
                throw new ObjectStoreException(Reason.REFUSED, "it answers 403 (" + code + ")", e);
            }
            case 429, 503 -> throw new ObjectStoreException(Reason.BUSY, "it answers " + status + " (" + code + ")", e);
            default -> {
                boolean refused = status / 100 == 3 || status == 400 || status == 401;
                throw new ObjectStoreException(
                        refused ? Reason.REFUSED : Reason.DOWN, "it answers " + status + " (" + code + ")", e);
            }
        };
    }

    /** The failure of a request without an answer. */
    static ObjectStoreException unanswered(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("credentials") || message.contains("Profile") || message.contains("profile")) {
            return new ObjectStoreException(
                    Reason.REFUSED,
                    "there are no credentials; credentials.file in dev.understudy.source.s3, the environment, ~/.aws or the"
                            + " machine's role must have some",
                    e);
        }
        if (message.contains("region")) {
            return new ObjectStoreException(Reason.REFUSED, "no region is known; the root must have region=", e);
        }
        return new ObjectStoreException(Reason.DOWN, "it cannot be reached, or says nothing in time", e);
    }
}

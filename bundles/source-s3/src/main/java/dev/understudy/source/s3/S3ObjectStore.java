package dev.understudy.source.s3;

import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import dev.understudy.source.StoredObject.State;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket. */
final class S3ObjectStore implements ObjectStore {

    /** The SDK has a thread for answers that nobody reads, which outlives the bundle; here each is read or aborted. */
    private static final Duration NEVER = Duration.ZERO;

    private final String bucket;
    private final Supplier<S3Client> maker;
    private @Nullable S3Client client;
    private boolean closed;

    /**
     * A bucket that nothing has been asked of.
     *
     * @param maker makes the client, which takes a second
     */
    S3ObjectStore(String bucket, Supplier<S3Client> maker) {
        this.bucket = bucket;
        this.maker = maker;
    }

    @Override
    public StoredObject read(StoreRequest request) throws ObjectStoreException {
        try {
            return present(request, client().getObject(get(request), ResponseTransformer.toInputStream(NEVER)));
        } catch (S3Exception e) {
            return S3Failures.answer(e);
        } catch (RuntimeException e) {
            throw S3Failures.unanswered(e);
        }
    }

    private GetObjectRequest get(StoreRequest wanted) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(wanted.name());
        if (!wanted.knownTag().isEmpty()) {
            request.ifNoneMatch(wanted.knownTag());
        }
        if (!wanted.requiredTag().isEmpty()) {
            request.ifMatch(wanted.requiredTag());
        }
        if (wanted.isPart()) {
            request.range("bytes=" + wanted.first() + "-" + (wanted.first() + wanted.length() - 1));
        }
        return request.build();
    }

    private static StoredObject present(StoreRequest wanted, ResponseInputStream<GetObjectResponse> body)
            throws ObjectStoreException {
        GetObjectResponse answer = body.response();
        if (wanted.isPart() && answer.contentRange() == null) {
            body.abort();
            return StoredObject.of(State.PRESENT); // it sends no parts
        }
        if (answer.contentLength() == null || answer.eTag() == null) {
            // The JDK's client takes headers that break off for all that there are.
            body.abort();
            throw new ObjectStoreException(Reason.DOWN, "it broke off in the middle of an answer's headers", null);
        }
        long length = answer.contentLength();
        if (answer.contentRange() != null) {
            try {
                length = wanted.lengthOfWhole(answer.contentRange(), length);
            } catch (ObjectStoreException e) {
                body.abort();
                throw e;
            }
        }
        Instant modified = answer.lastModified();
        return new StoredObject(
                State.PRESENT,
                length,
                answer.eTag(),
                modified == null ? 0 : modified.toEpochMilli(),
                true,
                new ObjectBody(body));
    }

    private synchronized S3Client client() throws ObjectStoreException {
        if (closed) {
            throw new ObjectStoreException(Reason.DOWN, "the server stops", null);
        }
        S3Client present = client;
        if (present == null) {
            present = maker.get();
            client = present;
        }
        return present;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }
}

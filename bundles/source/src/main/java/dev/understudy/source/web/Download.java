package dev.understudy.source.web;

import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptFileWriter;
import dev.understudy.source.keep.KeptFolder;
import dev.understudy.source.keep.LargeFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Takes the answer of a foreign server into a file, as it comes, and breaks off as soon as it cannot be used. */
final class Download implements Response.Listener {

    private static final int MAX_TAG = 1024;

    private final KeptFolder folder;
    private final long maxBytes;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private boolean packed;
    private @Nullable KeptFileWriter out;

    /**
     * What has come.
     *
     * @param file of the image; null when it has not changed
     * @param length of the image
     * @param digest of the image
     */
    record Outcome(@Nullable Path file, long length, String digest, HttpFields headers) {

        /** What is known of the image that has come, told by its content. */
        FetchedFile.FetchedState state() {
            Instant modified = AnswerFreshness.time(headers, HttpHeader.LAST_MODIFIED);
            long millis = modified == null ? 0 : Math.max(0, modified.toEpochMilli());
            String header = modified == null ? null : headers.get(HttpHeader.LAST_MODIFIED);
            return new FetchedFile.FetchedState(millis, length, "sha256:" + digest, tag(headers), header);
        }

        /** The entity tag as it is sent back; null for none, and for one that no server would take back. */
        private static @Nullable String tag(HttpFields headers) {
            String tag = headers.get(HttpHeader.ETAG);
            return tag == null || tag.isBlank() || tag.length() > MAX_TAG ? null : tag;
        }
    }

    Download(KeptFolder folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** What comes, or why nothing did. */
    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /** Ends it when nothing will come; whoever ends it first is believed. */
    void fail(Throwable failure) {
        outcome.completeExceptionally(failure);
    }

    @Override
    public void onHeaders(Response response) {
        try {
            begin(response);
        } catch (Throwable e) {
            var unused = response.abort(e);
        }
    }

    private void begin(Response response) throws IOException {
        int status = response.getStatus();
        if (status == HttpStatus.NOT_MODIFIED_304) {
            return;
        }
        if (status != HttpStatus.OK_200) {
            throw UnusableAnswerException.ofStatus(status);
        }
        String coding = response.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        packed = coding != null && (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip"));
        if (coding != null && !packed && !coding.equalsIgnoreCase("identity")) {
            throw UnusableAnswerException.encoded(coding);
        }
        if (response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > maxBytes) {
            throw new LargeFileException(maxBytes);
        }
        out = new KeptFileWriter(folder.newFile(), maxBytes);
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        try {
            if (out != null) {
                out.write(content);
            }
        } catch (Throwable e) {
            var unused = response.abort(e);
        }
    }

    @Override
    public void onComplete(Result result) {
        // Jetty's client would log what is thrown here, and somebody would wait for ever.
        try {
            outcome.complete(end(result, out));
        } catch (Throwable e) {
            fail(result.getFailure() == null ? e : result.getFailure());
        }
    }

    /** What has come when all has, however it ended: no file is left over then. */
    private Outcome end(Result result, @Nullable KeptFileWriter written) throws IOException {
        if (written == null) {
            requireGood(result);
            return unchanged(result.getResponse());
        }
        boolean used = false;
        try {
            written.close();
            requireGood(result);
            HttpFields headers = result.getResponse().getHeaders();
            KeptFileWriter image = packed ? written.unpacked(folder.newFile()) : written;
            Outcome good = new Outcome(image.file(), image.length(), image.digest(), headers);
            used = !packed;
            return good;
        } finally {
            if (!used) {
                KeptFolder.delete(written.file());
            }
        }
    }

    private static void requireGood(Result result) throws IOException {
        if (result.getFailure() != null) {
            throw new IOException(result.getFailure());
        }
    }

    private static Outcome unchanged(Response response) throws IOException {
        if (response.getStatus() != HttpStatus.NOT_MODIFIED_304) {
            throw new IOException("The answer of status " + response.getStatus() + " has not been taken");
        }
        return new Outcome(null, 0, "", response.getHeaders());
    }
}

package dev.understudy.source.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** S3 over a folder, which checks signatures. */
final class S3Server implements AutoCloseable {

    static final String ACCESS_KEY = "understudy-access-key";
    static final String SECRET_KEY = "understudy-secret-key";
    static final String BUCKET = "shop-images";

    private final BlobStore store;
    private final S3Proxy proxy;

    S3Server(Path folder) throws Exception {
        store = new FilesystemNio2BlobStore(Files.createDirectories(folder).toString());
        proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        proxy.start();
        store.createContainer(BUCKET);
    }

    int port() {
        return proxy.getPort();
    }

    void put(String name, byte[] content) {
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(BUCKET)
                .key(name)
                .contentLength((long) content.length)
                .build();
        store.putBlob(request, new ByteArrayInputStream(content));
    }

    void put(String name, String content) {
        put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void remove(String name) {
        store.removeBlob(BUCKET, name);
    }

    /** A file with credentials. */
    static Path credentials(Path folder, String accessKey, String secretKey) throws IOException {
        return Files.writeString(
                folder.resolve("credentials-" + Integer.toHexString((accessKey + secretKey).hashCode())),
                "[default]\naws_access_key_id = " + accessKey + "\naws_secret_access_key = " + secretKey + "\n");
    }

    @Override
    public void close() throws Exception {
        proxy.stop();
    }
}

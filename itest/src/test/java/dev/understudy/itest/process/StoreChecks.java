package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.time.Duration;

/** What a server does whose images are in a bucket, with the bundle for buckets and without. */
final class StoreChecks {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String IMAGE = "/is/image/gallery/bridge?cache=off&wid=";

    private StoreChecks() {}

    static Setup setup(String name, SignedBucket bucket, String accessKey) {
        return Setup.brief(name)
                .with("UNDERSTUDY_IMAGES", bucket.root())
                .with("AWS_ACCESS_KEY_ID", accessKey)
                .with("AWS_SECRET_ACCESS_KEY", "secret-key-of-the-test")
                .with("AWS_EC2_METADATA_DISABLED", "true");
    }

    /** Waits until images are unavailable, since their bucket cannot be asked; none of them is missing for that. */
    static void awaitUnavailable(Client client) {
        Response response = client.await(IMAGE + 20, SOON, answer -> answer.status() == 503);
        assertEquals("text; code=storage.unavailable", response.header("Understudy-StandIn"));
        assertFalse(response.text().contains("pictures"), response::text);
    }

    static void awaitServed(Client client, SignedBucket bucket) {
        client.await(IMAGE + 20, SOON, answer -> answer.status() == 200);
        int sent = bucket.bodies();
        Response other = client.get(IMAGE + 30);
        assertEquals(200, other.status());
        assertEquals("", other.header("Understudy-StandIn"));
        assertEquals(30, other.image().getWidth());
        assertEquals(sent, bucket.bodies(), "the source is kept");
        Response missing = client.get("/is/image/gallery/missing?cache=off&wid=20&defaultImage=");
        assertEquals("error-image; code=source.missing", missing.header("Understudy-StandIn"));
        client.await(
                "/health",
                SOON,
                health -> health.text()
                        .contains("\"stores\":[{\"setting\":\"image.rootPath\",\"number\":1,\"state\":\"ok\""));
    }

    /** What was fetched is served while the bucket does not answer. */
    static void assertServedWithoutIt(Client client) {
        Response response = client.get(IMAGE + 40);
        assertEquals(200, response.status(), response::text);
        assertEquals(40, response.image().getWidth());
    }
}

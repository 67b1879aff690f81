package dev.understudy.source.s3;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of S3. */
final class S3Clients {

    /** The second attempt mends what a connection that was just being closed, or a wrong clock of this machine, has broken. */
    private static final int ATTEMPTS = 2;

    private S3Clients() {}

    /**
     * A client.
     *
     * @param profile of the credentials; empty for the usual one
     * @param region null for the one of environment, profile or instance; with an endpoint any does
     * @param endpoint null for Amazon's
     */
    static S3Client client(
            S3Settings settings,
            String profile,
            @Nullable String region,
            @Nullable URI endpoint,
            boolean pathStyle,
            Duration timeout) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeout)
                        .socketTimeout(timeout))
                .credentialsProvider(credentials(settings, profile))
                .forcePathStyle(pathStyle)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(configuration ->
                        configuration.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
        if (region != null) {
            builder.region(Region.of(region));
        } else if (endpoint != null) {
            builder.region(Region.US_EAST_1);
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings, String profile) {
        if (settings.credentialsFile().isPresent()) {
            Path file = settings.credentialsFile().get();
            ProfileCredentialsProvider.Builder named =
                    ProfileCredentialsProvider.builder().profileFile(new CredentialsFile(file, InstantSource.system()));
            return profile.isEmpty()
                    ? named.build()
                    : named.profileName(profile).build();
        }
        if (!profile.isEmpty()) {
            return ProfileCredentialsProvider.create(profile);
        }
        return DefaultCredentialsProvider.builder().build();
    }
}

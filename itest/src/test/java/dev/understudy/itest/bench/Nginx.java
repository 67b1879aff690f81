package dev.understudy.itest.bench;

import dev.understudy.itest.container.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** An nginx that does what a server with a secondary does: what it does not have, it gets from there. */
public final class Nginx {

    private Nginx() {}

    /** Where it is on this machine, if it is. */
    public static Optional<Path> installed() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts one.
     *
     * @param files what it has; the rest it gets from the secondary
     */
    static Program start(Path executable, int port, Path files, int secondaryPort) throws Exception {
        Path folder = Files.createDirectories(Build.scratch().resolve("nginx-" + port));
        Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, files, secondaryPort));
        return Program.start(
                port,
                folder.resolve("output.txt"),
                executable.toString(),
                "-p",
                folder.toString(),
                "-c",
                "nginx.conf",
                "-e",
                folder + "/errors.txt");
    }

    private static String configuration(Path folder, int port, Path files, int secondaryPort) {
        return """
                daemon off;
                worker_processes auto;
                pid %1$s/nginx.pid;
                events { worker_connections 1024; }
                http {
                    types { image/jpeg jpg; }
                    access_log %1$s/access.txt combined buffer=64k;
                    log_not_found off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    keepalive_requests 100000000;
                    upstream secondary {
                        server 127.0.0.1:%4$d;
                        keepalive 64;
                        keepalive_requests 100000000;
                    }
                    server {
                        listen 127.0.0.1:%2$d;
                        root %3$s;
                        error_page 404 = @secondary;
                        location @secondary {
                            proxy_pass http://secondary;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                            proxy_connect_timeout 2s;
                            proxy_read_timeout 10s;
                        }
                    }
                }
                """.formatted(folder, port, files, secondaryPort);
    }
}

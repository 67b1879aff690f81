package dev.understudy.itest.bench.peers;

import dev.understudy.itest.bench.Nginx;
import dev.understudy.itest.bench.Program;
import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.NodeModules;
import dev.understudy.itest.container.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Image servers of others, as far as they are on this machine. */
final class OtherServers {

    private static final Path FILTER = Path.of("/usr/lib/nginx/modules/ngx_http_image_filter_module.so");
    private static final Path IIP = Path.of("/usr/lib/iipimage-server/iipsrv.fcgi");
    private static final String IPX = "3.1.1";

    private OtherServers() {}

    /** ipx, which npm installs; empty where it cannot. */
    static Optional<Peer> ipx(Path sources) throws Exception {
        Optional<Path> folder =
                NodeModules.install(Build.scratch().resolve("bench-ipx"), "/bench/ipx.mjs", "ipx@" + IPX, "sharp");
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        int port = Setup.freePort();
        Program server = Program.start(
                port,
                folder.get().resolve("output.txt"),
                "node",
                folder.get().resolve("ipx.mjs").toString(),
                Integer.toString(port),
                sources.toString());
        return Optional.of(new HttpPeer(
                "ipx " + IPX,
                port,
                derivative -> !derivative.region(),
                derivative -> String.format(
                        "/w_%d,q_80,f_%s/%s",
                        derivative.width(),
                        derivative.format(),
                        derivative.source().file()),
                server));
    }

    /** nginx with its module image_filter, which writes the format that it reads; empty where either is missing. */
    static Optional<Peer> nginx(Path sources) throws Exception {
        Path executable = Nginx.installed().orElse(null);
        if (executable == null || !Files.exists(FILTER)) {
            return Optional.empty();
        }
        int port = Setup.freePort();
        String location = """
                location ~ ^/(?<wanted>[0-9]+)/(?<name>.+)$ {
                    root %s;
                    try_files /$name =404;
                    image_filter resize $wanted -;
                    image_filter_jpeg_quality 80;
                    image_filter_buffer 200M;
                }
                """.formatted(sources.toAbsolutePath());
        return Optional.of(new HttpPeer(
                "nginx image_filter",
                port,
                derivative -> !derivative.region()
                        && derivative.format().equals("jpeg")
                        && derivative.source().isJpeg()
                        && derivative.source().kind() != BenchSource.Kind.CMYK,
                derivative ->
                        "/" + derivative.width() + "/" + derivative.source().file(),
                serve(executable, port, "load_module " + FILTER + ";", location)));
    }

    /** iipimage behind nginx, which draws from the pyramids that sharp makes; empty where either is missing. */
    static Optional<Peer> iip(Path sources) throws Exception {
        Path executable = Nginx.installed().orElse(null);
        if (executable == null || !Files.isExecutable(IIP)) {
            return Optional.empty();
        }
        int backend = Setup.freePort();
        Path output = Files.createDirectories(Build.scratch()).resolve("iip-" + backend + ".txt");
        Program server = Program.start(
                backend,
                output,
                "env",
                "FILESYSTEM_PREFIX=" + sources.toAbsolutePath() + "/",
                "MAX_IMAGE_CACHE_SIZE=0",
                "MAX_CVT=10000",
                "LOGFILE=" + output + ".log",
                IIP.toString(),
                "--bind",
                "127.0.0.1:" + backend);
        int port = Setup.freePort();
        String location = """
                location / {
                    fastcgi_pass 127.0.0.1:%d;
                    fastcgi_param QUERY_STRING $query_string;
                    fastcgi_param REQUEST_METHOD $request_method;
                }
                """.formatted(backend);
        Program front = serve(executable, port, "", location);
        return Optional.of(new HttpPeer(
                "iipimage, of sharp's pyramid",
                port,
                derivative -> !derivative.region()
                        && derivative.format().equals("jpeg")
                        && derivative.source().isJpeg()
                        && derivative.source().kind() != BenchSource.Kind.CMYK,
                derivative ->
                        "/?FIF=" + derivative.source().pyramid() + "&WID=" + derivative.width() + "&QLT=80&CVT=jpeg",
                () -> {
                    front.close();
                    server.close();
                }));
    }

    /** vipsthumbnail of libvips, a process for each image; empty where it is missing. */
    static Optional<Peer> vips(Path sources) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "vipsthumbnail"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(executable -> new VipsPeer(executable, sources));
    }

    private static Program serve(Path executable, int port, String modules, String location) throws Exception {
        Path folder = Files.createDirectories(Build.scratch().resolve("bench-nginx-" + port));
        Files.writeString(folder.resolve("nginx.conf"), """
                %1$s
                daemon off;
                worker_processes 2;
                pid %2$s/nginx.pid;
                events { worker_connections 64; }
                http {
                    types { image/jpeg jpg; }
                    access_log off;
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    server {
                        listen 127.0.0.1:%3$d;
                        %4$s
                    }
                }
                """.formatted(modules, folder, port, location));
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
}

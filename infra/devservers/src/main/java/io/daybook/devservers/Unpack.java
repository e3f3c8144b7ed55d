package io.daybook.devservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Archives to folders, in Java alone, readable for everyone whatever the umask is. */
final class Unpack {

    private Unpack() {}

    /** The first entry whose name starts and ends so, of a jar, as a tar.xz. */
    static void txzInJar(Path jar, String suffix, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(entry(zip, suffix));
                var tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = inside(target, entry.getName());
                if (entry.isDirectory()) {
                    folder(path);
                } else if (entry.isSymbolicLink()) {
                    folder(path.resolveSibling(""));
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    file(path, tar, (entry.getMode() & 0100) != 0);
                }
            }
        }
    }

    /** A zip without its single top folder. */
    static void zip(Path zip, Path target) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path path = inside(target, name);
                if (entry.isDirectory()) {
                    folder(path);
                } else {
                    file(path, in, false);
                }
            }
        }
    }

    /** One executable out of a jar. */
    static void executableInJar(Path jar, String suffix, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(entry(zip, suffix))) {
            file(target, in, true);
        }
    }

    static void file(Path path, InputStream content, boolean executable) throws IOException {
        folder(path.resolveSibling(""));
        Files.copy(content, path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void folder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static ZipEntry entry(ZipFile zip, String suffix) throws IOException {
        return zip.stream()
                .filter(entry -> entry.getName().endsWith(suffix))
                .findFirst()
                .orElseThrow(() -> new IOException(zip.getName() + " holds no " + suffix));
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry leaves its folder: " + name);
        }
        return path;
    }
}

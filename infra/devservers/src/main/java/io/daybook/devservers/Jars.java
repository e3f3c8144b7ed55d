package io.daybook.devservers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The files of one of our packages, found on the class path as a folder (in the reactor) or in a jar (packaged), and
 * made into a jar of its own for another JVM. The same files give the same bytes.
 */
record Jars(SortedMap<String, byte[]> files) {

    static Jars ofPackage(String className) throws IOException {
        String resource = className.replace('.', '/') + ".class";
        URL url = Jars.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new DevServersException(className + " is not on the class path: build infra/devservers with Maven");
        }
        try {
            if (url.getProtocol().equals("file")) {
                Path file = Path.of(url.toURI());
                return read(file.resolveSibling(""), resource);
            }
            String spec = url.toURI().getSchemeSpecificPart();
            Path jar = Path.of(new java.net.URI(spec.substring(0, spec.indexOf("!/"))));
            try (FileSystem inJar = FileSystems.newFileSystem(jar)) {
                return read(inJar.getPath("/" + resource).resolveSibling(""), resource);
            }
        } catch (URISyntaxException odd) {
            throw new IOException("class path entry cannot be read: " + url, odd);
        }
    }

    byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    byte[] entry(String suffix) throws IOException {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith("/" + suffix))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IOException(suffix + " is missing beside its classes"));
    }

    /** Eight hexadecimal digits that change with the content. */
    String hash() throws IOException {
        return hash(jar());
    }

    static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 4));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Jars read(Path folder, String resource) throws IOException {
        String prefix = resource.substring(0, resource.lastIndexOf('/') + 1);
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    files.put(prefix + file.getFileName(), in.readAllBytes());
                }
            }
        }
        return new Jars(files);
    }
}

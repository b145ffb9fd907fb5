package dev.faultline.collectors.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A program for tests: without argument it listens and prints its port, with a port it connects to it; then it waits for the end.
final class SocketProgram {
    private SocketProgram() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
                System.out.println(server.getLocalPort());
                try (var accepted = server.accept()) {
                    System.in.read();
                    accepted.getOutputStream().flush();
                }
            }
            return;
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
            System.out.println(socket.getLocalPort());
            System.in.read();
        }
    }
}

/// Something that the environment refused, told in one line; it is no fault of the notes.
package protocol EnvironmentError: Error, Sendable, CustomStringConvertible {}

package message

// Error is an error that says a message. The values that are errors are the ones
// it wraps.
func Error(t Text, values ...any) error {
	e := said{text: Say(t, values...)}
	for _, v := range values {
		if err, ok := v.(error); ok {
			e.wrapped = append(e.wrapped, err)
		}
	}
	return e
}

type said struct {
	text    string
	wrapped []error
}

func (e said) Error() string   { return e.text }
func (e said) Unwrap() []error { return e.wrapped }

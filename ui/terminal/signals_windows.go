package terminal

import tea "charm.land/bubbletea/v2"

// endOnHangup has nothing to do: Windows has neither signal.
func endOnHangup(*tea.Program) (stop func()) { return func() {} }
